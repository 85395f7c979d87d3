import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { makeCertificates } from '../../servers/certificates.ts'

const read = (file: string): X509Certificate => new X509Certificate(readFileSync(file))

it('makes certificates of this machine, of another, and of nobody', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'motif-certificates-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const made = await makeCertificates(folder)
  const authority = read(made.authority)
  for (const { certificate } of [made.server, made.otherHost, made.client])
    expect(read(certificate).verify(authority.publicKey)).toBe(true)
  const selfSigned = read(made.selfSigned.certificate)
  expect(selfSigned.verify(authority.publicKey)).toBe(false)
  for (const each of [read(made.server.certificate), selfSigned]) {
    expect(each.checkIP('127.0.0.1')).toBe('127.0.0.1')
    expect(each.checkHost('localhost')).toBe('localhost')
  }
  expect(read(made.otherHost.certificate).checkIP('127.0.0.1')).toBeUndefined()
})
