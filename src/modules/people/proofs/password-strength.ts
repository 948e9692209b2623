import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as french from '@zxcvbn-ts/language-fr';
import { paymentTarget } from '../../../kernel/vocabulary.ts';

/**
 * How hard a password is to guess, by the lists that attackers use: leaked passwords, French words and names, keyboard
 * rows. Loaded when a person chooses a password, because the lists take 0.1 s and some 40 MB.
 */

/** Words that an attacker tries first here. */
const targets = paymentTarget.names.map((name) => name.toLowerCase());
const ours = ['reglement', 'règlement', 'bcash', 'scellius', 'console', ...targets];

const estimate = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...french.dictionary, ours },
  graphs: common.adjacencyGraphs,
  // `1!|` may be read in many ways. The 100 that the library tries take a second of the thread that serves payments.
  l33tMaxSubstitutions: 10,
});

/** Of 0 to 4: less than 10^8 guesses. */
const weakest = 3;
/** More letters only cost time. */
const readLetters = 32;

/** @param known words that belong to the person */
export const isGuessable = (password: string, known: readonly string[]): boolean =>
  estimate.check([...password].slice(0, readLetters).join(''), [...known]).score < weakest;
