/** Lists, maps and structures inside one another. Deeper ones are taken for an attack, or for one that contains itself. */
export const deepest = 500
