/** Something that the one who makes the package can put right; the message is a Chinese sentence. */
export class PackageProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PackageProblem';
  }
}
