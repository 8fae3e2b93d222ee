#!/bin/sh
# The candidate search and its peers, in one run on one core: bench/vector-index.sh FOLDER_OF_QUESTIONS
# Needs python3 with faiss and numpy (Debian: python3-faiss) for the last part; PYTHON names another python.
set -eu
bench=$(dirname "$0")
vectors=$(mktemp -d)
trap 'rm -rf "$vectors"' EXIT
dotnet build -c Release -v q "$bench/Benchmarks"
taskset -c 1 dotnet "$bench/Benchmarks/bin/Release/net10.0/Parsimony.Benchmarks.dll" vectors "$1" "$vectors"
OMP_NUM_THREADS=1 taskset -c 1 "${PYTHON:-python3}" "$bench/faiss_peer.py" "$vectors"
