import { changeTopic } from '../../modules/live-changes/change-topic.ts';
import {
  type Changes as ChangesOf,
  followChanges,
  mostIds,
  type TopicChanges as TopicChangesOf,
} from '../../modules/live-changes/follow-changes.ts';
import { builder, enumOf } from '../builder.ts';
import { requestError } from '../server/guard/graphql-error.ts';

const ChangeTopic = enumOf(changeTopic);

const TopicChanges = builder.objectRef<TopicChangesOf>('TopicChanges').implement({
  description: 'What changed in one list.',
  fields: (t) => ({
    topic: t.expose('topic', { type: ChangeTopic, description: 'The list.' }),
    ids: t.exposeIDList('ids', { description: `The newest of them, ${mostIds} at most.` }),
    count: t.exposeInt('count', {
      description: 'How many; 0, without ids, where more changed than is read, so that any may be among them.',
    }),
  }),
});

const Changes = builder.objectRef<ChangesOf>('Changes').implement({
  description: 'What changed since the message before, as far as you may see it.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When it was found.' }),
    topics: t.expose('topics', {
      type: [TopicChanges],
      description: 'Of each list that changed. Empty in the first message.',
    }),
  }),
});

builder.subscriptionField('changes', (t) =>
  t.field({
    type: Changes,
    description:
      'Ids of what changes in lists, by whatever gateway: one message a second at most. The first message comes at once and is empty: read the lists then, because from then on no change that `ChangeTopic` names is missed. Ends with your session or key.',
    args: {
      topics: t.arg({ type: [ChangeTopic], required: true, description: 'The lists to follow: one at least.' }),
    },
    subscribe: (_root, { topics }, { services, caller, callerNow = () => caller }) => {
      if (topics.length === 0) throw requestError('BAD_USER_INPUT', 'topics must name one list at least.');
      return followChanges(services, topics, callerNow);
    },
    resolve: (changes) => changes,
  }),
);
