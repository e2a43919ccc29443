# One image for each service of Campus Desk, chosen by SERVICE:
#
#   docker build --build-arg SERVICE=tickets --tag campus-desk/tickets:0.1.0 .
#
# The final stage holds Node, the production dependencies and the sources of that one service: no shell, no package
# manager, nothing to write to. `--target dev` gives the image that `skaffold dev` syncs saved files into.
ARG BUILD_IMAGE=docker.io/library/node:24.21.0-bookworm-slim
ARG RUNTIME_IMAGE=gcr.io/distroless/nodejs24-debian12:nonroot

# What npm needs to know, alone: a changed source does not install anything again.
FROM ${BUILD_IMAGE} AS manifests
WORKDIR /desk
COPY . .
RUN mkdir /manifests \
 && find . -name package.json -exec cp --parents '{}' /manifests ';' \
 && cp package-lock.json .npmrc /manifests

FROM ${BUILD_IMAGE} AS packages
WORKDIR /desk
COPY --from=manifests /manifests ./
RUN --mount=type=cache,target=/root/.npm npm ci --loglevel=error

# The whole repository, with the generated contract.
FROM packages AS sources
COPY . .
RUN npm run generate

# One service in watch mode: whatever is saved is synced here, and runs at once.
FROM sources AS dev
ARG SERVICE
RUN if [ "$SERVICE" = gateway ]; then (cd frontend && npx ng build --configuration=development); fi \
 && chown -R 65532:65532 proto services frontend scripts
USER 65532
ENV SERVICE=${SERVICE} HOME=/tmp
ENTRYPOINT ["node"]
CMD ["scripts/dev-container.ts"]

FROM sources AS build
ARG SERVICE
# Only the gateway serves the page.
RUN if [ "$SERVICE" = gateway ]; then npm run build && node scripts/precompress.js; fi

FROM ${BUILD_IMAGE} AS production
WORKDIR /desk
COPY --from=manifests /manifests ./
ARG SERVICE
# The service's own dependencies; what only a compiler or a debugger reads of them is left out.
RUN --mount=type=cache,target=/root/.npm \
    npm ci --loglevel=error --omit=dev --ignore-scripts --workspace "services/${SERVICE}" \
 && find node_modules -type f '(' -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.md' ')' -delete
COPY --from=build /desk ./built
# npm has linked the packages of this repository that the service needs, and no others.
RUN mkdir -p /image/node_modules \
 && for package in node_modules/@campus-desk/*; do \
      (cd built && cp -r --parents "$(realpath --relative-to=/desk "/desk/${package}")" /image) || exit; \
    done \
 && cp -r node_modules package.json /image/ \
 && if [ "$SERVICE" = gateway ]; then (cd built && cp -r --parents frontend/dist/browser /image); fi \
 && ln -s "services/${SERVICE}/src/main.ts" /image/main.ts

FROM ${RUNTIME_IMAGE}
ARG SERVICE
ARG VERSION=0.1.0
LABEL org.opencontainers.image.title="campus-desk/${SERVICE}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /desk
COPY --from=production /image ./
ENV NODE_ENV=production
# By number: Kubernetes must see that it is not root.
USER 65532
CMD ["main.ts"]
