import { packages } from '../manifest.ts'
import { publicNames } from '../public-surface.ts'

/** The public names of an entry, one a line. */
export const namesOf = (specifier: string): string => {
  const owner = packages.find(({ manifest }) => `${specifier}/`.startsWith(`${manifest.name}/`))
  if (owner === undefined) throw new Error(`${specifier} is not published`)
  const subpath = specifier.replace(owner.manifest.name, '.')
  return publicNames(owner, subpath).join('\n')
}
