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
 * Whether the request is unintended: speculative loading by a browser (`Sec-Purpose`, and the older `Purpose`,
 * `X-Purpose` and `X-Moz`), the script of a service worker, or the preview of a link. Such a request never initiates.
 */
export function isUnintended(headers: IncomingHttpHeaders): boolean {
  // Each header on its own: a neutral value of one must not hide another's.
  if (purposeHeaders.some((name) => speculative.test(String(headers[name])))) return true;
  if (headers['service-worker'] !== undefined) return true;
  const agent = headers['user-agent'];
  return agent !== undefined && agentPattern.test(agent);
}
