/** A growing list of numbers in a typed array. */
export class Numbers {
  length = 0;
  private items = new Int32Array(1024);

  push(item: number): void {
    if (this.length === this.items.length) {
      const larger = new Int32Array(this.items.length * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length] = item;
    this.length += 1;
  }

  at(index: number): number {
    return this.items[index];
  }

  toArray(): Int32Array {
    return new Int32Array(this.items.subarray(0, this.length));
  }
}

/** The items of the highest scores, as many as asked for; of equal ones the first. */
export class Best {
  private readonly kept: number[] = [];
  private readonly scores: number[] = [];

  constructor(private readonly most: number) {}

  takes(score: number): boolean {
    return this.kept.length < this.most || score > this.scores[this.scores.length - 1];
  }

  offer(item: number, score: number): void {
    if (!this.takes(score)) return;
    let place = this.scores.length;
    while (place > 0 && this.scores[place - 1] < score) place -= 1;
    this.kept.splice(place, 0, item);
    this.scores.splice(place, 0, score);
    if (this.kept.length > this.most) {
      this.kept.pop();
      this.scores.pop();
    }
  }

  items(): number[] {
    return this.kept;
  }
}
