import type { IncomingHttpHeaders } from 'node:http';

/**
 * Programs that fetch a link for a preview, in messengers and social networks, and their crawlers. A person who follows
 * the link uses a browser with its own name.
 */
export const linkPreviewAgents = [
  'Slackbot',
  'Slack-ImgProxy',
  'facebookexternalhit',
  'facebookcatalog',
  'Facebot',
  'meta-externalagent',
  'meta-externalfetcher',
  'Twitterbot',
  'LinkedInBot',
  'WhatsApp',
  'Discordbot',
  'TelegramBot',
  'SkypeUriPreview',
  'MicrosoftPreview',
  'BingPreview',
  'bingbot',
  'Googlebot',
  'Google-InspectionTool',
  'GoogleImageProxy',
  'FeedFetcher-Google',
  'Google-PageRenderer',
  'Applebot',
  'Pinterestbot',
  'redditbot',
  'Mastodon',
  'vkShare',
  'Viber',
  'Line-Preview',
  'Iframely',
  'Embedly',
  'Yahoo Link Preview',
  'YandexBot',
  'DuckDuckBot',
  'Baiduspider',
  'Bytespider',
  'Amazonbot',
  'GPTBot',
  'ChatGPT-User',
  'ClaudeBot',
  'CCBot',
  'PetalBot',
  'Snap URL Preview',
  'Mattermost-Bot',
  'Rocket.Chat',
  // Matrix; the name alone is also that of a library by which old programs call.
  'Synapse (bot',
  'Bluesky Cardyb',
  'ZulipURLPreview',
] as const;

const agentPattern = new RegExp(linkPreviewAgents.join('|').replaceAll(/[-.(]/g, String.raw`\$&`), 'i');
const purposeHeaders = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'] as const;
const speculative = /prefetch|prerender|preview/i;

/**
 * Whether no person asked for it: speculative loading by a browser (`Sec-Purpose`, and the older `Purpose`, `X-Purpose`
 * and `X-Moz`), or the script of a service worker.
 */
export const isSpeculative = (headers: IncomingHttpHeaders): boolean =>
  // Each header on its own: a neutral value of one must not hide another's.
  purposeHeaders.some((name) => speculative.test(String(headers[name]))) || headers['service-worker'] !== undefined;

export const isLinkPreview = ({ 'user-agent': agent }: IncomingHttpHeaders): boolean =>
  agent !== undefined && agentPattern.test(agent);

/** Such a request never initiates. */
export const isUnintended = (headers: IncomingHttpHeaders): boolean => isSpeculative(headers) || isLinkPreview(headers);
