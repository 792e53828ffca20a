import { pinyin } from 'pinyin-pro';
import type { CharacterReadings } from '../core/catalogue/searching';

const CHINESE = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/;

/** What the dictionary does not know it returns as it is. */
const READING = /^[a-z]+$/;

export const pinyinReadings: CharacterReadings = (character) =>
  CHINESE.test(character)
    ? pinyin(character, { multiple: true, toneType: 'none', v: true, type: 'array' }).filter((one) => READING.test(one))
    : [];
