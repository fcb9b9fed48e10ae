"""The small programme that `cmt programme new` writes. It passes `cmt programme check`, and is there to be written over."""

PROGRAMME = """\
# The fields are explained in docs/programmes.md. 'cmt programme check' tells you of every mistake at once.
id: my-programme
title: A programme of my own
version: "0.1"
days: 1
about: One short day, to write over.
sources:
  - Where the words and the method come from, one line each.
"""

DAY = """\
day: 1
title: Three sounds
idea: Attention can be put somewhere on purpose, for a moment at a time.
image: a radio in the next room
shape: practice-first
sources:
  - Where this day's idea comes from.
steps:
  - id: welcome
    kind: say
    short: true
    text: |
      Settle in whatever way is easiest, and move whenever you want to.
  - id: listen
    kind: practice
    short: true
    title: Three sounds
    card: A
    beats: far, near, nearest, back to the room
    caution: "If listening is unpleasant today, feel the cloth under one hand instead."
    parts:
      - {short: true, quiet: 30, text: "Find the sound that is furthest away, as faint as a radio in the next room."}
      - {short: true, quiet: 30, text: "Find one that is nearer, and stay with it."}
      - {short: true, quiet: 30, text: "Find the nearest of all. It may be your own breath, or the bed."}
      - short: true
        breathe: {in: 4, out: 4, seconds: 32}
        text: "Let the breath be even for a while."
        instead: "Stay with the sound you like best."
      - {short: true, quiet: 0, text: "Let the sounds go back to being a room."}
  - id: act
    kind: choose
    text: "One small thing for later:"
    answers:
      - Listen to one sound before a phone call
      - One of my own, in my head
  - id: close
    kind: say
    short: true
    text: |
      That is the day. It took one radio and no effort worth the name.
"""
