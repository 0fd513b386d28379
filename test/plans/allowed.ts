/** Queries that may scan a large table, or sort without a bound, each with its reason. */
export const ALLOWED: Record<string, string> = {};
