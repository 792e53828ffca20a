import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadBuiltinResources } from '../../src/session';

const PROFILES = join(__dirname, '../../assets/profiles');

test('every profile of the assets folder is offered, the general one first', () => {
  const inFolder = readdirSync(PROFILES).map((name) => JSON.parse(readFileSync(join(PROFILES, name), 'utf8')).id);
  const offered = loadBuiltinResources().profiles.map(({ id }) => id);
  expect(offered[0]).toBe('general');
  expect([...offered].sort()).toEqual([...inFolder].sort());
});

test('division codes are those of GB/T 2260, six digits each', () => {
  const { divisionCodes } = loadBuiltinResources();
  const codes = [...(divisionCodes as ReadonlySet<string>)];
  expect(codes.filter((code) => !/^[0-9]{6}$/.test(code))).toEqual([]);
  expect(codes).toEqual([...codes].sort());
  expect(['110000', '440304', '440402'].filter((code) => codes.indexOf(code) < 0)).toEqual([]);
  expect(codes.indexOf('999999')).toBe(-1);
});
