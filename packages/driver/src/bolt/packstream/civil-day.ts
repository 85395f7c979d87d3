/** Days of 400 years, after which the calendar is the same again. */
const era = 146_097

/** From the first of March of the year 0 to the first of January 1970. */
const epoch = 719_468

/** Days since 1970-01-01 of a day of the calendar, in any year: Date would stop one day short of Temporal. */
export const daysOf = (year: number, month: number, day: number): number => {
  const fromMarch = month > 2 ? year : year - 1
  const eras = Math.floor(fromMarch / 400)
  const yearOfEra = fromMarch - eras * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return eras * era + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - epoch
}

/** The year, month and day so many days after 1970-01-01. */
export const dayOf = (days: number): readonly [year: number, month: number, day: number] => {
  const fromMarch = days + epoch
  const eras = Math.floor(fromMarch / era)
  const dayOfEra = fromMarch - eras * era
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return [eras * 400 + yearOfEra + (month < 3 ? 1 : 0), month, day]
}
