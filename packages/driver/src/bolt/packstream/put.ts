/** Sets a member by whatever name: `__proto__` is one like any other. */
export const put = (map: Record<string, unknown>, name: string, value: unknown): void => {
  if (name !== '__proto__') map[name] = value
  else Object.defineProperty(map, name, { value, enumerable: true, configurable: true, writable: true })
}
