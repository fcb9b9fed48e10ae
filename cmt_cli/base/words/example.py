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
  - id: idea
    kind: say
    short: true
    text: |
      Attention goes by itself to whatever is loudest, and on many days that is pain.
      It can also be put somewhere on purpose, for a moment at a time.
      Today you practise with three sounds, one of them no louder than a radio in the next room.
  - id: listen
    kind: practice
    short: true
    title: Three sounds
    card: A
    beats: far, near, nearest, back to the room
    caution: "If listening is unpleasant today, feel the cloth under one hand instead."
    parts:
      - {quiet: 10, text: "Let the bed or the chair have your weight, as much of it as you can spare."}
      - {short: true, quiet: 30, text: "Find the sound that is furthest away, as faint as a radio in the next room."}
      - {quiet: 30, text: "Stay with it as you would with a programme you half like."}
      - {short: true, quiet: 30, text: "Find one that is nearer, and stay with it."}
      - {quiet: 30, text: "When your mind wanders off to the shopping, come back to that sound."}
      - {short: true, quiet: 30, text: "Find the nearest of all. It may be your own breath, or the bed."}
      - short: true
        breathe: {in: 4, out: 4, seconds: 32}
        text: "Let the breath be even for a while."
        instead: "Stay with the sound you like best."
      - {quiet: 30, text: "Now let the pain and the three sounds be there together, none of them in charge."}
      - {quiet: 30, text: "Stop looking for sounds, and let the next one come to you."}
      - {quiet: 20, text: "If an urge is about, name it quietly, and go back to the sound that was furthest away."}
      - {quiet: 20, text: "Think of one moment later on when you could listen like this, such as in a queue."}
      - {short: true, quiet: 0, text: "Let the sounds go back to being a room."}
  - id: lesson
    kind: say
    text: |
      A brain in pain listens out for more of it, much as you listen for a noise on the stairs once you have heard it.
      It does this to look after you, and it is no fault of yours.
      The trouble is that whatever is listened to seems to grow.
      You may have noticed it with the sounds, where the faint one became clear after a while.

      Moving your attention does not make the pain go away, and nobody here says it will.
      What it gives you is a second thing in the room, so that the pain has some company.
      Ten seconds of that can be enough to choose what to do next.
      Some people find this easy at noon and hopeless at four in the morning. If yours will not move at all today, you have still practised.
      It goes with anything else you do about the pain, and a tablet as directed stays your own decision.
  - id: notice
    kind: thought
    do: notice
    text: |
      While you listened, or earlier today, a harsh remark about yourself may have gone through your head.
      If you caught one, you can note a few words of it here and leave it at that.
    none: "Then there was none, or it went by too fast to catch, and the day counts the same."
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
      That is the day. If the pain is loud later on, there may be a radio in the next room.
"""
