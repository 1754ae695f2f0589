/** One item of every type for the mock server, with what is right and what is shown beside it. */

const option = (token, text) => ({ token, text });
const drawing =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 400 300" font-family="sans-serif" font-size="16"><rect width="400" height="300" fill="#fff"/><path d="M200 10v50M200 100v40M200 180v40" stroke="#111" stroke-width="3"/><rect x="170" y="60" width="60" height="40" fill="none" stroke="#111" stroke-width="3"/><text x="240" y="86">QF</text><rect x="170" y="140" width="60" height="40" fill="none" stroke="#111" stroke-width="3"/><text x="240" y="166">KM</text><rect x="170" y="220" width="60" height="24" fill="none" stroke="#111" stroke-width="3"/><text x="240" y="238">FR</text><path d="M200 244v16" stroke="#111" stroke-width="3"/><circle cx="200" cy="278" r="18" fill="none" stroke="#111" stroke-width="3"/><text x="194" y="284">M</text></svg>',
  );
const rule = (zh, en) => ({ zh, en });
const points = [{ token: 'p1', text: '先在有电处试验验电器', weight: 2 }, { token: 'p2', text: '逐相验电', weight: 1 }];
const area = (kind, more, name, correct) => ({ shape: { kind, ...more }, name, correct });

export const items = [
  {
    slot: { type: 'fill-in', stem: '<p>我国交流电的频率是 <span data-blank="1">____</span> Hz，人体安全电压不超过 <span data-blank="2">____</span> V，<span data-blank="3">____</span> 色线是保护零线。</p>', blanks: [{ kind: 'number' }, { kind: 'words' }, { kind: 'pick', options: [option('g', '黄绿双'), option('b', '蓝'), option('r', '红')] }], rule: rule('每填对一个空，按比例得分；填错不倒扣。', 'Each right blank gets its share.') },
    key: { blanks: [{ value: '50', tolerance: '0' }, { accepted: ['36', '三十六'] }, { token: 'g' }] },
    marks: (value) => value.map((entry, at) => (entry === null ? null : [['50'], ['36', '三十六'], ['g']][at].includes(entry))),
  },
  { slot: { type: 'numeric', stem: '<p>电阻 10 Ω 通过 0.2 A 的电流，电压是多少？</p>', unit: 'V', figures: 3 }, key: { value: '2.00', tolerance: '0.01', unit: 'V', figures: 3 } },
  { slot: { type: 'calculated', stem: '', variants: [{ stem: '<p>电压 24 V、电阻 6 Ω，电流是多少？</p>', options: [option('c1', '4.00 A'), option('c2', '144.00 A'), option('c3', '0.25 A')] }] }, key: { tokens: ['c1'] }, whys: [{ token: 'c2', text: '乘了电阻。' }] },
  { slot: { type: 'matching', stem: '<p>把图形符号与名称对应起来。</p>', lefts: [option('km', 'KM'), option('fu', 'FU'), option('fr', 'FR')], options: [option('m1', '热继电器'), option('m2', '接触器'), option('m3', '时间继电器'), option('m4', '熔断器')] }, key: { pairs: { km: 'm2', fu: 'm4', fr: 'm1' } } },
  { slot: { type: 'hotspot', stem: '<p>在主电路图上指出热继电器和接触器。</p>', picture: { html: `<img alt="主电路图" src="${drawing}">`, width: 400, height: 300, picks: 2 } }, key: { regions: [area('rectangle', { x: 165, y: 215, width: 70, height: 34 }, '热继电器 FR', true), area('circle', { x: 200, y: 160, radius: 38 }, '接触器 KM', true)] }, marks: (value) => value.map(([, y]) => y > 120) },
  { slot: { type: 'short-answer', stem: '<p>简述验电的要求。</p>', uploads: 3 }, key: { points, sample: '<p>先试验验电器，再逐相验电。</p>' } },
  { slot: { type: 'single-choice', group: 1, part: 1, stem: '<p>最可能的原因是哪一个？</p>', options: [option('s1', '过载'), option('s2', '电压正常'), option('s3', '照明不足')] }, key: { tokens: ['s1'] } },
  { slot: { type: 'fill-in', group: 1, part: 2, stem: '<p>先查 <span data-blank="1">____</span>。</p>', blanks: [{ kind: 'words' }], rule: rule('每个空都填对得满分，否则不得分。', 'Every blank right gets the full score.') }, key: { blanks: [{ accepted: ['热继电器'] }] }, marks: (value) => value.map((entry) => entry === '热继电器') },
  { slot: { type: 'practical', stem: '<p>安装一只三相电能表，接线后通电试运行。</p>', task: { preparation: ['电能表一只', '导线若干', '常用电工工具一套'], minutes: 45, criteria: [{ token: 'k1', text: '接线正确', points: 60, deductions: '错一处扣 10 分' }, { token: 'k2', text: '工位整洁，工具归位', points: 40, deductions: '' }] } }, key: {} },
];

const total = { k1: 60, k2: 40 };

/** Marks as the server does, roughly. */
export function mark({ slot, key, marks, whys }, value) {
  const given = marks && Array.isArray(value) ? marks(value) : [];
  const half = (right, all) => ({ fraction: right / all, correct: right === all, reason: right === all ? 'right' : right > 0 ? 'partly' : 'wrong' });
  const of = () => {
    if (key.points) return value?.said ? { ...half(value.said.length, 2), reason: 'self-assessed' } : { fraction: 0, correct: false, reason: 'unmarked' };
    if (slot.task) return { ...half(Object.entries(value.deductions).reduce((sum, [token, off]) => sum + total[token] - Number(off), 0), 100), reason: 'self-assessed' };
    if (key.pairs) return half(Object.entries(value).filter(([left, right]) => key.pairs[left] === right).length, 3);
    if (given.length > 0) return half(given.filter(Boolean).length, given.length);
    return half([key.tokens?.[0], key.value].includes(value) ? 1 : 0, 1);
  };
  return { slot: slot.slot, ...of(), marks: given, key, explanation: '<p>见教材第三章。</p>', whys: whys ?? [] };
}

export const form = {
  formId: 'types', title: '电工 · 每种题型', maxScore: items.length, sections: [{ name: '', rule: '' }],
  cases: [{ group: 1, stem: '<p>某车间一台 7.5 kW 的电动机启动后很快跳闸，复位后再启动又跳。现场闻到轻微的焦味，热继电器外壳发热。</p>' }],
  slots: items.map((item, index) => Object.assign(item.slot, { slot: index + 1, section: 1, maxScore: 1 })),
};
