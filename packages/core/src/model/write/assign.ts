/** `record[name] = value` for every name: an object takes `__proto__` for something else. */
export const assign = (record: Record<string, unknown>, name: string, value: unknown): void => {
  if (name !== '__proto__') record[name] = value
  else Object.defineProperty(record, name, { value, configurable: true, enumerable: true, writable: true })
}
