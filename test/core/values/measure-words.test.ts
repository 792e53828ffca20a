import fc from 'fast-check';
import { findMeasure, withoutNotes } from '../../../src/core/values/measure-words';

describe('findMeasure', () => {
  test.each([
    ['培训合格率', 'share', '合格率', '培训'],
    ['群众知晓率。', 'share', '知晓率', '群众'],
    ['达标河段占比', 'share', '占比', '达标河段'],
    ['舒适度', 'degree', '舒适度', ''],
    ['群众满意程度', 'degree', '满意程度', '群众'],
    ['企业数', 'count', '数', '企业'],
    ['培训人数（人次）', 'count', '人数', '培训'],
    ['义诊场次', 'count', '场次', '义诊'],
    ['养护面积', 'amount', '面积', '养护'],
    ['空气质量指数', 'amount', '指数', '空气质量'],
    ['巡查频率', 'amount', '频率', '巡查'],
  ])('%s', (name, kind, word, stem) => expect(findMeasure(name)).toEqual({ kind, word, stem }));

  test.each(['诉求解决效率', '管理制度', '加大宣传力度', '本年度', '提升水平', '国产台式电脑', '对照参数', ''])(
    '没有计量的词：%s',
    (name) => expect(findMeasure(name)).toBeNull(),
  );

  test('任何文字都不出错，词和前文合起来就是名称', () => {
    const piece = fc.constantFrom('率', '度', '满意', '数', '人次', '（', '）', '占比', '面积', '。', '合格');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => all.join('')),
        ),
        (name) => {
          const measure = findMeasure(name);
          if (measure) expect(measure.stem + measure.word).toBe(withoutNotes(name));
        },
      ),
    );
  });
});
