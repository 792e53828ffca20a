/** The command cannot be carried out as given; `message` says in Chinese why and what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
