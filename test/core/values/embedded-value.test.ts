import fc from 'fast-check';
import { findEmbeddedValue } from '../../../src/core/values/embedded-value';
import { parseTargetValue } from '../../../src/core/values/target-value';

const find = (name: string, value: string, isQuantityRow = true) =>
  findEmbeddedValue(name, parseTargetValue(value), isQuantityRow);

describe('findEmbeddedValue', () => {
  test.each([
    ['街道专员培训率达80%', '80%', '80%'],
    ['全年开展执法检查不少于50次', '≥50次', '50次'],
    ['办理时限压缩50%以上', '≥50%', '50%以上'],
    ['云平台服务可用性99.9%', '≥99.9%', '99.9%'],
    ['学生资助三个100%落实', '100%', null],
    ['印制1,200份宣传手册', '1200份', '1,200份'],
    ['举办3场招聘会', '完成', '3场'],
    ['对5个镇开展督查', '12次', null],
    ['对12个镇开展督查', '12次', null],
    ['资助贫困学生300名', '300人', '300名'],
    ['改造12座公厕', '12个', '12座'],
    ['20家重点企业走访次数', '20次', null],
    ['每1000人床位数', '1000张', null],
    ['第3批安置房', '3批', null],
    ['5G基站', '5个', null],
    ['投资2000元以上项目', '2000元', null],
  ])('%s %s', (name, value, found) => expect(find(name, value)).toBe(found));

  test('动词后的数目只在数量行里算目标值', () => {
    expect(find('建设2座停车场', '2025年12月', true)).toBeNull();
    expect(find('建设2座停车场', '完成', false)).toBeNull();
    expect(find('建设2座停车场', '完成', true)).toBe('2座');
  });

  test('任何文字都不出错，找到的就是名称里的字', () => {
    const piece = fc.constantFrom(
      '培训',
      '率',
      '达',
      '80',
      '%',
      '≥',
      '3',
      '场',
      '举办',
      '，',
      '“',
      '”',
      '以上',
      '万',
      '人',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 20 }).map((all) => all.join('')),
        ),
        fc.constantFrom('80%', '3场', '完成', ''),
        (name, value) => {
          const found = find(name, value);
          if (found !== null) expect(name.replace(/，/g, ',')).toContain(found);
        },
      ),
    );
  });
});
