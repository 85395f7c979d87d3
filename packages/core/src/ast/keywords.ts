/** Words that begin a clause, the common ones: of these a slip is looked for, and they are no bare names. */
export const CLAUSES = 'MATCH WHERE WITH RETURN SKIP LIMIT UNWIND CREATE MERGE REMOVE DELETE UNION'
/** Words that join or go on an expression. */
export const JOINING = 'AS AND OR XOR IN IS STARTS ENDS CONTAINS WHEN THEN ELSE'
/** Words that stand after an expression. */
export const CLOSING = 'END ASC ASCENDING DESC DESCENDING'
