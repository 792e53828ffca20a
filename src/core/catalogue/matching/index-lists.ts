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

/** Where the entries of each feature begin in a list sorted by feature; `flat` names the feature of each, in any order. */
export function startsOf(flat: Numbers, size: number): Int32Array {
  const starts = new Int32Array(size + 1);
  for (let index = 0; index < flat.length; index += 1) starts[flat.at(index) + 1] += 1;
  for (let feature = 0; feature < size; feature += 1) starts[feature + 1] += starts[feature];
  return starts;
}
