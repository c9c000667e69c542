# One image for web servers and workers; the command says which: see docs/operations.md, Containers.

# The Node that package.json brings along on other machines.
ARG NODE=24.21.0

FROM node:${NODE}-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
# What packages bring along for this kind of machine is all there; nothing has to be compiled.
RUN npm ci --ignore-scripts
COPY . .
RUN node scripts/build.mjs && node scripts/pack.mjs /app

FROM node:${NODE}-bookworm-slim
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data
WORKDIR /app
# Belongs to root: what runs cannot change it.
COPY --from=build /app ./
RUN install --directory --owner=node --group=node --mode=700 /data
VOLUME /data
USER node
EXPOSE 3000
# For web servers; a worker has no port, and a service that runs one turns this off.
HEALTHCHECK --interval=10s --timeout=10s --start-period=30s --retries=3 CMD ["node", "scripts/healthy.mjs"]
CMD ["node", "scripts/web.mjs"]
