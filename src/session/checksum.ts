/** A polynomial of the characters modulo a prime, 0 to 2 147 483 646; no intermediate result is beyond what a number holds exactly. */
export function checksum(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) sum = (sum * 65599 + text.charCodeAt(index)) % 2147483647;
  return sum;
}
