"""A reader with asyncssh: the terminal it runs in is that of the session.

asyncssh-client.py PORT
"""

import asyncio
import os
import signal
import sys
import termios
import tty

import asyncssh


def size():
    columns, rows = os.get_terminal_size(0)
    return columns, rows, 0, 0


async def main():
    connection = await asyncssh.connect(
        "127.0.0.1", int(sys.argv[1]), username="reader", known_hosts=None, config=None, agent_path=None
    )
    process = await connection.create_process(
        term_type=os.environ["TERM"], term_size=size(), encoding=None
    )
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGWINCH, lambda: process.change_terminal_size(*size()))
    loop.add_reader(0, lambda: process.stdin.write(os.read(0, 4096)))
    while data := await process.stdout.read(65536):
        os.write(1, data)
    await process.wait_closed()
    loop.remove_reader(0)
    connection.close()
    return process.exit_status


before = termios.tcgetattr(0)
tty.setraw(0)
code = asyncio.run(main())
termios.tcsetattr(0, termios.TCSADRAIN, before)
sys.exit(code)
