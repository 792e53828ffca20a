/** The items of the highest scores, the best first, as many as asked for; of equal ones those offered first. */
export class Best<Item> {
  readonly items: Item[] = [];
  private readonly scores: number[] = [];

  constructor(private readonly most: number) {}

  get isFull(): boolean {
    return this.items.length >= this.most;
  }

  takes(score: number): boolean {
    return !this.isFull || score > this.scores[this.scores.length - 1];
  }

  offer(item: Item, score: number): void {
    if (!this.takes(score)) return;
    let place = this.scores.length;
    while (place > 0 && this.scores[place - 1] < score) place -= 1;
    this.items.splice(place, 0, item);
    this.scores.splice(place, 0, score);
    if (this.items.length > this.most) {
      this.items.pop();
      this.scores.pop();
    }
  }
}
