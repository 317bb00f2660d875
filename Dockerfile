# citecheck as an image, for CI systems that run images (docs/ci.md):
#
#   docker build --tag citecheck .
#   docker run --rm --network none --volume "$PWD:/work:ro" citecheck audit report.md
#
# Only the build needs the network. What it fetches has one of the hashes of constraints.txt; the base image can be
# fixed by its digest: --build-arg PYTHON=3.13-slim@sha256:…
ARG PYTHON=3.13-slim

FROM python:${PYTHON} AS build
WORKDIR /checkout
COPY constraints.txt install.py pyproject.toml README.md LICENSE ./
COPY src src
# Nothing is installed later, so what could do so stays behind.
RUN python install.py /opt/citecheck && /opt/citecheck/bin/python -m pip uninstall --quiet --yes pip

FROM python:${PYTHON}
COPY --from=build /opt/citecheck /opt/citecheck
ENV PATH=/opt/citecheck/bin:$PATH LANG=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
# A number, so that a system which refuses images that run as root can tell; --user may name any other.
USER 10001:10001
WORKDIR /work
ENTRYPOINT ["citecheck"]
CMD ["--help"]
