#!/bin/sh
# Publishes {site_dir}/ to an object store behind a CDN: BUCKET=s3://name DISTRIBUTION=id sh hosting/publish-bucket.sh
# What has a fingerprint is kept for ever; pages are asked for again. Headers are set at the CDN: hosting/headers.json.
set -eu
cd "$(dirname "$0")/.."
find {site_dir} -type f | grep -E '^{site_dir}/({lasting})$' | while read -r file; do
  aws s3 cp "$file" "$BUCKET{base}${{file#{site_dir}/}}" --cache-control "public, max-age=31536000, immutable"
done
aws s3 sync {site_dir} "$BUCKET{base}" --size-only --exclude '*.html' --exclude offline.js --cache-control "no-cache"
# pages last: what they name is there already
aws s3 sync {site_dir} "$BUCKET{base}" --exclude '*' --include '*.html' --cache-control "no-cache"
# what readers keep for use without a network is listed there, and has the same size in each build
aws s3 cp {site_dir}/offline.js "$BUCKET{base}offline.js" --cache-control "no-cache"
# without --delete, so that a reader in the middle of a call keeps what their page names
aws cloudfront create-invalidation --distribution-id "$DISTRIBUTION" --paths {invalid}
