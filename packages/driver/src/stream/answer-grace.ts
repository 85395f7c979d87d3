/**
 * Milliseconds for which a call that is out of time waits for an engine it has interrupted, or that is committing: the
 * answer tells what became of the work, which is unknown otherwise. A server that can be reached answers in one or two.
 */
export const answerGrace = 500
