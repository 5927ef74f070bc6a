#!/bin/sh
# A settings file means: serve with it. The registry's own words go to the registry.
case $1 in
  *.yml | *.yaml) set -- registry serve "$@" ;;
  serve | garbage-collect | help | -*) set -- registry "$@" ;;
esac
exec "$@"
