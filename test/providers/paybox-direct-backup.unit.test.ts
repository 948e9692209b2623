import { describe, expect, test } from 'vitest';
import { LostAnswerError, NotSentError } from '../../src/modules/payments/operations/bank-operation.ts';
import { answerTo, attempt, bank, bankThat, direct, request } from '../support/providers/paybox-direct.ts';

describe('the backup host', () => {
  test('gets the same question where the first was never reached', async () => {
    const { asked, call } = bankThat((question, url) =>
      url === direct.url ? new NotSentError('refused') : answerTo(question),
    );
    expect(await bank.perform(request(), call)).toMatchObject({ outcome: 'DONE' });
    expect(asked.map(({ url }) => url)).toEqual([direct.url, direct.backupUrl, direct.url, direct.backupUrl]);
    expect(asked[2]?.body).toBe(asked[3]?.body);
  });

  test.each([
    ['was lost', new LostAnswerError('cut')],
    ['cannot be read', '<html></html>'],
    ['is a failure of the platform', { CODEREPONSE: '00003' }],
    ['is a time-out of the platform', { CODEREPONSE: '00097' }],
  ])('gets a mere question, under a number of its own, where the answer of the first %s', async (_how, answered) => {
    const { asked, call } = bankThat((question, url) => {
      if (url === direct.backupUrl) return answerTo(question, { STATUS: 'Captur\u00e9' });
      if (answered instanceof Error || typeof answered === 'string') return answered;
      return answerTo(question, answered);
    });
    expect(await bank.inquire(request(), call)).toMatchObject({ outcome: 'FOUND', update: { status: 'PAID' } });
    expect(asked.map(({ url }) => url)).toEqual([direct.url, direct.backupUrl, direct.url, direct.backupUrl]);
    expect(new Set(asked.map(({ question }) => question.get('NUMQUESTION'))).size).toBe(4);
  });

  test('is not asked where the first refused a question, or found nothing', async () => {
    for (const code of ['00006', '00018']) {
      const { asked, call } = bankThat((question) => answerTo(question, { CODEREPONSE: code }));
      await bank.inquire(request({ attempt }), call);
      expect(asked.map(({ url }) => url)).toEqual([direct.url]);
    }
  });

  test('that cannot answer a question either leaves it open', async () => {
    const { call } = bankThat((_question, url) =>
      url === direct.url ? new LostAnswerError('cut') : new NotSentError('refused'),
    );
    expect(await bank.inquire(request(), call)).toMatchObject({ outcome: 'UNKNOWN', reason: 'the answer was lost' });
    expect(await bank.perform(request(), call)).toMatchObject({ outcome: 'NOT_SENT' });
  });

  test('is not asked for an operation where the answer of the first was lost', async () => {
    const { asked, call } = bankThat((question) =>
      question.get('TYPE') === '00014' ? new LostAnswerError('cut') : answerTo(question),
    );
    expect(await bank.perform(request(), call)).toMatchObject({ outcome: 'UNKNOWN' });
    expect(asked.map(({ url }) => url)).toEqual([direct.url, direct.url]);
  });

  test('cannot be reached either: nothing was done', async () => {
    const { call } = bankThat(() => new NotSentError('refused'));
    expect(await bank.perform(request(), call)).toMatchObject({ outcome: 'NOT_SENT' });
    expect(await bank.inquire(request(), call)).toMatchObject({ outcome: 'UNKNOWN' });
  });

  test('is never asked where our own code fails', async () => {
    const { asked, call } = bankThat(() => new TypeError('a bug'));
    await expect(bank.perform(request(), call)).rejects.toThrow('a bug');
    expect(asked).toHaveLength(1);
  });
});
