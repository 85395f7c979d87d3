/** Bolt 5.8 as a client proposes it, with nothing else to choose; and the server's yes. */
export const proposal: Buffer = Buffer.from('6060b01700000805000000000000000000000000', 'hex')
export const agreed: Buffer = Buffer.from('00000805', 'hex')
/** What a client sends first is as long as the proposal, whatever it proposes. */
export const proposalLength: number = proposal.length

export const tags = {
  hello: 0x01,
  goodbye: 0x02,
  run: 0x10,
  pull: 0x3f,
  logon: 0x6a,
  success: 0x70,
  record: 0x71,
}

/** One message as it stood in the stream, chunk heads included. */
export interface Frame {
  readonly tag: number
  readonly start: number
  readonly end: number
}

/** The whole messages of a stream from an offset on. */
export const framesOf = (bytes: Buffer, from = 0): readonly Frame[] => {
  const frames: Frame[] = []
  let at = from
  for (;;) {
    const start = at
    while (at + 2 <= bytes.length && bytes.readUInt16BE(at) !== 0) at += 2 + bytes.readUInt16BE(at)
    if (at + 2 > bytes.length) return frames
    at += 2
    if (at - start > 2) frames.push({ tag: bytes[start + 3] ?? 0, start, end: at })
  }
}
