import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { GraphError } from '@motif/core'
import type { PemSource } from './options.ts'

/**
 * The content of a PEM file, given by its path or by itself; `name` is the option it came by, `kind` what must be in it.
 * Node takes a file of another kind without a word, and believes nobody then. Throws a GraphError USAGE.
 */
export const readPem = async (
  source: PemSource,
  name: string,
  kind: 'CERTIFICATE' | 'PRIVATE KEY',
): Promise<string> => {
  const given = typeof source === 'string' ? source : new TextDecoder().decode(source)
  const text = typeof source !== 'string' || given.includes('-----BEGIN') ? given : await readText(given, name)
  if (new RegExp(`-----BEGIN [A-Z0-9 ]*${kind}-----`).test(text) && (kind !== 'CERTIFICATE' || isCertificate(text))) {
    return text
  }
  throw wrong(`${name} holds no ${kind.toLowerCase()} in PEM`)
}

const isCertificate = (text: string): boolean => {
  try {
    return new X509Certificate(text).raw.length > 0
  } catch {
    return false
  }
}

const readText = async (path: string, name: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    // The code is told, the path is not: it may be a key that was pasted without its first line.
    throw wrong(`the file of ${name} cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown'})`)
  }
}

const wrong = (what: string): GraphError =>
  new GraphError('USAGE', `the option tls is wrong: ${what}`, { outcome: 'not sent' })
