import { actingName } from '../../kernel/caller.ts';
import { InvalidInputError, NotAllowedError } from '../../kernel/errors.ts';
import {
  changeSavedView,
  createSavedView,
  mostViews,
  removeSavedView,
} from '../../modules/people/views/change-views.ts';
import { listSavedViews, readSavedView } from '../../modules/people/views/list-views.ts';
import { consolePage, type SavedView as ViewRecord } from '../../modules/people/views/saved-view.ts';
import { builder, enumOf } from '../builder.ts';
import { personField } from './person.ts';

const ConsolePage = enumOf(consolePage);

const SavedView = builder.node(builder.objectRef<ViewRecord>('SavedView'), {
  id: { resolve: ({ id }) => id, description: '`sav_…`' },
  loadOne: (id, { services, caller }) => readSavedView(services, caller, id),
  description: 'Filters of a list of the console, kept under a name.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As its owner calls it.' }),
    page: t.expose('page', { type: ConsolePage, description: 'Where its list is.' }),
    search: t.exposeString('search', { description: 'What stands after the path in the address: `?status=PAID`.' }),
    isShared: t.exposeBoolean('isShared', {
      description: 'Whether those see it who see the same sociétés as its owner, or more.',
    }),
    isMine: t.boolean({
      description: 'Whether you own it, and so may change it.',
      resolve: ({ owner }, _args, { caller }) => owner === actingName(caller),
    }),
    owner: personField(t, 'Who made it. Null on an open deployment.', ({ owner }) => owner),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it last changed.' }),
  }),
});

builder.queryField('savedViews', (t) =>
  t.field({
    type: [SavedView],
    description: 'Your views, oldest first, then at most 200 that others share, newest first. A program has none.',
    args: { page: t.arg({ type: ConsolePage, description: 'Of this page. Left out: of all.' }) },
    resolve: async (_root, { page }, { services, caller }) => [
      ...(await listSavedViews(services, caller, page ?? null)),
    ],
  }),
);

const search =
  'From `?` on, 2,000 characters at most; without a card number, an e-mail address or a text that was searched for.';

const CreateSavedViewInput = builder.inputType('CreateSavedViewInput', {
  description: 'A new view.',
  fields: (t) => ({
    name: t.string({ required: true, description: '1 to 60 characters.' }),
    page: t.field({ type: ConsolePage, required: true, description: 'Where its list is.' }),
    search: t.string({ required: true, description: search }),
    isShared: t.boolean({ description: 'Default: false.' }),
  }),
});

const ChangeSavedViewInput = builder.inputType('ChangeSavedViewInput', {
  description: 'What changes of a view; what is left out stays.',
  fields: (t) => ({
    id: t.id({ required: true, description: '`sav_…`' }),
    name: t.string({ description: '1 to 60 characters.' }),
    search: t.string({ description: search }),
    isShared: t.boolean({ description: 'True shares it, false takes it back.' }),
  }),
});

type Changed = { readonly view: ViewRecord };

const SavedViewSuccess = builder.objectRef<Changed>('SavedViewSuccess').implement({
  description: 'It is done.',
  fields: (t) => ({
    view: t.expose('view', {
      type: SavedView,
      description: 'The view, as it stands now, or stood before it was removed.',
    }),
  }),
});

const union = (name: string) => ({
  types: [InvalidInputError, NotAllowedError],
  union: { name, description: 'The view, or why nothing was done.' },
});

builder.mutationField('createSavedView', (t) =>
  t.field({
    type: SavedViewSuccess,
    description: `Keeps the filters of a list under a name: ${mostViews} views at most for a person.`,
    args: { input: t.arg({ type: CreateSavedViewInput, required: true, description: 'The view.' }) },
    errors: union('CreateSavedViewResult'),
    resolve: async (_root, { input }, { services, caller }) => ({
      view: await createSavedView(services, caller, input),
    }),
  }),
);

builder.mutationField('changeSavedView', (t) =>
  t.field({
    type: SavedViewSuccess,
    description: 'Renames a view of your own, changes its filters, shares it or takes it back.',
    args: { input: t.arg({ type: ChangeSavedViewInput, required: true, description: 'The change.' }) },
    errors: union('ChangeSavedViewResult'),
    resolve: async (_root, { input }, { services, caller }) => ({
      view: await changeSavedView(services, caller, input),
    }),
  }),
);

builder.mutationField('removeSavedView', (t) =>
  t.field({
    type: SavedViewSuccess,
    description: 'Removes a view of your own, or with the right `people` one that another shares.',
    args: { id: t.arg.id({ required: true, description: '`sav_…`' }) },
    errors: union('RemoveSavedViewResult'),
    resolve: async (_root, { id }, { services, caller }) => ({ view: await removeSavedView(services, caller, id) }),
  }),
);
