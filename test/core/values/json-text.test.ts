import { findJsonTrouble } from '../../../src/core/values/json-text';

const trouble = (text: string) => {
  const found = findJsonTrouble(text);
  return found && `第 ${found.line} 行${found.reason}`;
};

test.each([
  '{}',
  ' [1, -2.5e3, true, null, "文字", {"a": [[]]}] ',
  '"\\u4e2d\\n"',
  '{"a": "{,}", "b": "“”"}',
  '{"toString": 1, "__proto__": 2}',
])('没有毛病：%s', (text) => {
  expect(trouble(text)).toBeNull();
  expect(() => JSON.parse(text)).not.toThrow();
});

test.each([
  ['', '第 1 行不应是文件的结尾'],
  ['{\n"a": 1\n"b": 2}', '第 3 行应是英文逗号或“}”，现在是“"”'],
  ['{\n"a": 1，\n"b": 2}', '第 2 行应是英文逗号或“}”，现在是中文标点“，”'],
  ['{"a"： 1}', '第 1 行“a”后面应是英文冒号，现在是中文标点“：”'],
  ['{\n“a”: 1}', '第 2 行应写键的名称，用英文双引号括起来，现在是中文标点“““'.slice(0, -1) + '”'],
  ['{a: 1}', '第 1 行应写键的名称，用英文双引号括起来，现在是“a”'],
  ['{"a": 1,\n}', '第 1 行最后一项后面多了逗号'],
  ['[1,\n2,\n]', '第 2 行最后一项后面多了逗号'],
  ['{"a": "没有结束\n}', '第 1 行的文字没有用英文双引号结束'],
  ['{"a": "\\q"}', '第 1 行的 "\\q" 写法不对'],
  ['{"a": True}', '第 1 行的 True 写法不对'],
  ['{"a": 01}', '第 1 行的 01 写法不对'],
  ['{"a": 1}\n}', '第 2 行多出了“}”'],
  ['{"a": 1', '第 1 行应是英文逗号或“}”，现在是文件的结尾'],
  ['{"a": 1,\n"a": 2}', '第 2 行的“a”前面已经写过'],
  ['// 说明\n{}', '第 1 行不应是“/”'],
])('%j：%s', (text, expected) => {
  expect(trouble(text)).toBe(expected);
});

test('套得再深、写得再长也说得出来', () => {
  expect(trouble('['.repeat(100000))).toBe('第 1 行括号套得太深');
  expect(trouble(`["${'文'.repeat(100000)}"`)).toBe('第 1 行应是英文逗号或“]”，现在是文件的结尾');
});
