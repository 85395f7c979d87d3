/** Name and version of this driver, as servers log it. */
export const userAgent = 'motif/0.1.0'
