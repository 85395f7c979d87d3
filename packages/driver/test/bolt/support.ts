import { versions, type Features } from '../../src/bolt/version.ts'

/** The row of a version that is spoken. */
export const featuresOf = (version: string): Features => {
  const features = versions.find((each) => each.version === version)
  if (features === undefined) throw new Error(`Bolt ${version} is not spoken`)
  return features
}
