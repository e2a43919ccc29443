/** Says why the database is out of reach for now; trying again may help. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
  /** Stays when TypeORM makes another error of it. */
  readonly code = 'DATABASE_UNREACHABLE';
}
