import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { profileSchema } from '../../src/core/review/profile';
import { readProfileText } from '../../src/core/review/profile-text';
import { loadBuiltinResources } from '../../src/session/builtin-resources';

const CATALOGUES = join(__dirname, '../../assets/catalogues');
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

describe('docs/profiles.md', () => {
  const text = readFileSync(join(__dirname, '../../docs/profiles.md'), 'utf8');

  test('every example is a profile that can be imported', () => {
    const examples = text
      .split('```json')
      .slice(1)
      .map((part) => part.split('```')[0]);
    expect(examples.map((example) => readProfileText(example, loadBuiltinResources()).name)).toEqual([
      '南湖区',
      '南湖区（放宽）',
      '南湖区·项目申报',
    ]);
  });

  test('every key and every choice is explained', () => {
    const { shape } = profileSchema;
    const recognition = shape.recognition.removeDefault().unwrap().shape;
    const words = [
      ...Object.keys(shape),
      ...Object.keys(recognition),
      ...Object.keys(shape.enumerations.shape),
      ...shape.requiredLevel2.element.options,
      ...shape.optionalFields.element.options,
      ...shape.costLevel.options,
      ...shape.filingYearSources.element.options,
      ...recognition.formTypes.element.options,
      ...loadBuiltinResources().profiles.map(({ id }) => id),
    ];
    expect(words.filter((word) => text.indexOf(`\`${word}\``) < 0)).toEqual([]);
  });
});

test('the indicators of the assets folder are those offered', () => {
  const inFolder = readdirSync(CATALOGUES).map((name) => JSON.parse(readFileSync(join(CATALOGUES, name), 'utf8')).id);
  const { catalogue } = loadBuiltinResources();
  expect([catalogue && catalogue.id]).toEqual(inFolder);
});
