/** "2025年1月6日 09:05" in local time; "" for what is no time. @param at ISO 8601 */
export function timeWords(at: string): string {
  const time = new Date(at);
  if (isNaN(time.getTime())) return '';
  const twoDigits = (count: number): string => (count < 10 ? `0${count}` : String(count));
  const day = `${time.getFullYear()}年${time.getMonth() + 1}月${time.getDate()}日`;
  return `${day} ${twoDigits(time.getHours())}:${twoDigits(time.getMinutes())}`;
}
