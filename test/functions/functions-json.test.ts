import metadata from '../../src/functions/functions.json';

type Call = (...values: readonly unknown[]) => Promise<string>;

const associated: Record<string, Call> = {};
const scope = globalThis as Record<string, unknown>;

beforeAll(async () => {
  scope.CustomFunctions = { associate: (id: string, call: Call) => void (associated[id] = call) };
  scope.OfficeRuntime = { storage: { getItem: async () => null } };
  await import('../../src/functions');
});
afterAll(() => {
  delete scope.CustomFunctions;
  delete scope.OfficeRuntime;
});

test('every function that Excel is told of is there, and no other', () => {
  expect(metadata.functions.map(({ id }) => id)).toEqual(['CODE']);
  expect(Object.keys(associated)).toEqual(['CODE']);
});

test('as the rules for names want it', () => {
  for (const { id, name, description, parameters } of metadata.functions) {
    expect(name).toBe(id);
    expect(id).toMatch(/^[A-Z][A-Z0-9_.]{2,}$/);
    for (const text of [description, ...parameters.map((one) => one.description)]) expect(text).toMatch(/。$/);
    // Optional ones come last.
    const kinds = parameters.map((one) => ('optional' in one ? 'optional' : 'required'));
    expect(kinds).toEqual([...kinds].sort().reverse());
  }
});

test('the arguments it names, in their order, and what they may be', async () => {
  const [{ parameters, result }] = metadata.functions;
  expect(parameters.map(({ name, type }) => [name, type])).toEqual([
    ['名称', 'string'],
    ['二级指标', 'string'],
    ['输出', 'string'],
  ]);
  expect(result.type).toBe('string');
  const words = /“([^”]+)”（不写时）、“([^”]+)”或“([^”]+)”/.exec(parameters[2].description)?.slice(1) ?? [];
  const answers = await Promise.all(words.map((word) => associated.CODE('扶持企业数量', '11-数量指标', word)));
  expect(answers).toEqual(['111002681-扶持企业数量', '111002681', '扶持企业数量']);
  expect(await associated.CODE('扶持企业数量', '数量指标', null)).toBe(answers[0]);
});
