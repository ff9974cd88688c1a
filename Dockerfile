# One image for the API, the explorer and ingest; docker-compose.yml says which command each of them runs.
FROM python:3.11-slim-bookworm AS build
# The index to install from, where it is not pip's own; pip reads both by itself.
ARG PIP_INDEX_URL
ARG PIP_EXTRA_INDEX_URL
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PATH=/opt/shanshui/bin:$PATH
WORKDIR /source
RUN python -m venv /opt/shanshui
# The libraries first: they change less often than the program, so that most builds find them done.
COPY pyproject.toml constraints.txt ./
RUN python -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies'], sep='\n')" \
    > libraries.txt && pip install --constraint constraints.txt --requirement libraries.txt
# A larger embedding model by its name, fetched here and never at run time; without one the shipped model serves.
ARG EMBEDDING_MODEL=""
RUN mkdir /opt/embedding && if [ -n "$EMBEDDING_MODEL" ]; then \
    pip install --constraint constraints.txt sentence-transformers && \
    python -c "import sys, sentence_transformers as st; st.SentenceTransformer(sys.argv[1]).save(sys.argv[2])" \
    "$EMBEDDING_MODEL" "/opt/embedding/$EMBEDDING_MODEL"; fi
COPY . .
RUN pip install --no-deps .

FROM python:3.11-slim-bookworm
RUN useradd --create-home --uid 10001 shanshui
COPY --from=build /opt/shanshui /opt/shanshui
COPY --from=build /opt/embedding /opt/embedding
# By the model's own name, since that tells what it wants before queries and passages; empty where there is none.
ARG EMBEDDING_MODEL=""
ENV SHANSHUI_MODEL=${EMBEDDING_MODEL:+/opt/embedding/$EMBEDDING_MODEL}
ENV PATH=/opt/shanshui/bin:$PATH PYTHONUNBUFFERED=1 HF_HUB_OFFLINE=1
USER 10001
WORKDIR /home/shanshui
EXPOSE 8600 8601
ENTRYPOINT ["shanshui"]
CMD ["--help"]
