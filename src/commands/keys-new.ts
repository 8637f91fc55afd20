import { closeSync, existsSync, openSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { loadConfig } from '../config.ts'
import { keyLines, newKeyLine, parseKeyring } from '../db/keyring.ts'
import { KEYS_LEARNT_WITHIN_MS } from '../keys/follow.ts'
import { type KeyText, keyFileOf, keyText } from '../keys/source.ts'

/**
 * A new current key. Every process must be able to read with it before the first one writes with it: it is added
 * behind the others, and put first only after all have looked at the file again. `--now` leaves out the waiting, for a
 * service that stands still.
 */
export async function keysNew(args: string[]): Promise<void> {
  const config = loadConfig()
  if (config.DATA_KEYS) return say(orderByHand(config.DATA_KEYS))
  const file = keyFileOf(config)
  const lock = `${file}.lock`
  const keys = keyText(config)
  if (!existsSync(file)) return say(await alone(lock, () => makeFirst(keys, file)))
  const wait = args.includes('--now') ? 0 : KEYS_LEARNT_WITHIN_MS + 5000
  const id = await alone(lock, () => addLast(keys))
  say(`Key "${id}" is added; in ${wait / 1000} s every running process knows it …`)
  await sleep(wait)
  await alone(lock, () => putFirst(keys, id))
  say(`Key "${id}" is current; in ${wait / 1000} s every running process writes under it …`)
  await sleep(wait)
  say('Back up the key file, apart from the data. Then seal what is stored: keys:rotate')
}

async function makeFirst(keys: KeyText, file: string): Promise<string> {
  await keys.write(`${newKeyLine(freeId([]))}\n`)
  return `${file} is made. Back it up, apart from the data: without it nothing that is stored can be read.`
}

async function addLast(keys: KeyText): Promise<string> {
  const text = await keys.read()
  const id = freeId([...parseKeyring(text).keys.keys()])
  await keys.write(`${text.trimEnd()}\n${newKeyLine(id)}\n`)
  return id
}

async function putFirst(keys: KeyText, id: string): Promise<void> {
  const text = await keys.read()
  const lines = keyLines(text)
  const line = lines.find((each) => each.startsWith(`${id}:`))
  if (!line) throw new Error(`key "${id}" is no longer in the file: nothing was changed`)
  await keys.write([line, ...lines.filter((each) => each !== line), ''].join('\n'))
}

/** The year and a letter: 2026a, 2026b … */
function freeId(taken: string[], year = new Date().getFullYear()): string {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const id = letters.map((letter) => `${year}${letter}`).find((each) => !taken.includes(each))
  return id ?? `${year}-${taken.length}`
}

/** Two commands at once would write one key away. */
async function alone<T>(lock: string, change: () => Promise<T>): Promise<T> {
  try {
    closeSync(openSync(lock, 'wx'))
  } catch (cause) {
    throw new Error(`the keys are just being changed by another command; if that died, remove ${lock}`, {
      cause,
    })
  }
  try {
    return await change()
  } finally {
    rmSync(lock, { force: true })
  }
}

function orderByHand(text: string): string {
  const line = newKeyLine(freeId([...parseKeyring(text).keys.keys()]))
  return [
    'DATA_KEYS stands in the environment. This is a new key:',
    '',
    `  ${line}`,
    '',
    '1. Add it at the end of DATA_KEYS, behind a comma, everywhere; restart one process after the other.',
    '2. When all run with it, put it at the beginning, everywhere; restart one after the other again.',
    '3. keys:rotate',
  ].join('\n')
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)
