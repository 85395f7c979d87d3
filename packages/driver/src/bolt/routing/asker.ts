import { createHash } from 'node:crypto'
import type { AuthToken } from '../../auth.ts'
import type { TableRequest } from './router.ts'

const hashes: WeakMap<AuthToken, string> = new WeakMap()

/** Names who asks, without their secrets: users of the same name are the same user. */
export const asker = ({ auth, impersonatedUser }: Pick<TableRequest, 'auth' | 'impersonatedUser'>): string => {
  if (impersonatedUser !== undefined) return `user ${impersonatedUser}`
  if (auth === undefined) return 'everybody'
  const { scheme, principal, realm } = auth
  return scheme === 'basic' && realm === undefined ? `user ${principal}` : `hash ${hashed(auth)}`
}

const hashed = (auth: AuthToken): string => {
  const known = hashes.get(auth)
  if (known !== undefined) return known
  const { scheme, principal, credentials, realm, parameters } = auth
  const secret = scheme === 'basic' ? undefined : [credentials, parameters]
  const hash = createHash('sha256')
    .update(
      JSON.stringify([scheme, principal, realm, secret], (_, value: unknown) =>
        typeof value === 'bigint' ? `${value}n` : value,
      ),
    )
    .digest('base64')
  hashes.set(auth, hash)
  return hash
}
