/** The gateway's address, which has a path where its public URL has one. The page stands at `/graphql` beneath it. */
export const root = location.origin + location.pathname.replace(/\/graphql\/?$/, '');
