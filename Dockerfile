# syntax=docker/dockerfile:1

# What the gateway runs on, without what only its tests need. The image brings Node, so the optional packages, which hold
# Node for other platforms, stay out. No install script of a package is needed.
FROM node:26-trixie-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY clients/typescript/package.json ./clients/typescript/package.json
COPY console/package.json ./console/package.json
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund && rm -r node_modules/@reglement

# The program, GraphiQL and the console, bundled by packages that the gateway itself does not need.
FROM node:26-trixie-slim AS bundles
WORKDIR /app
COPY package.json package-lock.json ./
COPY clients/typescript/package.json ./clients/typescript/package.json
COPY console/package.json ./console/package.json
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY scripts/build-console.ts scripts/build-graphiql.ts scripts/build-program.ts scripts/bundled-packages.ts scripts/page-files.ts ./scripts/
COPY clients/typescript/src ./clients/typescript/src
COPY console ./console
COPY src ./src
RUN node scripts/build-graphiql.ts && node scripts/build-console.ts && node scripts/build-program.ts

FROM node:26-trixie-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
# The image's own npm is of no use here, and one thing less to keep up to date.
RUN rm -rf /usr/local/lib/node_modules/npm /usr/local/bin/npm /usr/local/bin/npx
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
# The lock is part of what the bundle is checked against.
COPY package.json package-lock.json ./
COPY scripts/require-node.cjs ./scripts/require-node.cjs
COPY src ./src
COPY --from=bundles /app/build ./build
COPY --from=bundles /app/console/dist ./console/dist
# The only place that is written to, and only on SQLite or with the sandbox banks; everything else may be read-only.
RUN mkdir data && chown node:node data
VOLUME /app/data
USER node
EXPOSE 4000
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# The command line of the gateway: docker run … IMAGE src/cli/main.ts db status
ENTRYPOINT ["node", "--require", "./scripts/require-node.cjs"]
CMD ["src/main.ts"]
