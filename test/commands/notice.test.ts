import { noticeAddress, readNotice } from '../../src/commands/notice';

test('what is said arrives as it was said, and in the part of the address that is sent to no server', () => {
  const notice = { message: '工作表「支出 & 收入=100% #1」受保护。', advice: '请撤销保护？' };
  const [page, fragment] = noticeAddress(notice).split('#');
  expect(page).toBe('notice.html');
  expect(readNotice(`#${fragment}`)).toEqual(notice);
  // Excel on the web adds to it.
  expect(readNotice(`#${fragment}&_xdm_Info=a|b`)).toEqual(notice);
});

test.each(['', '#', '#message=%E5%', '#other=1'])(
  'a fragment that was lost or mangled (%s) still says something',
  (fragment) => expect(readNotice(fragment)).toEqual({ message: '标记没有完成，程序出了意外的错误。', advice: '' }),
);
