"""A reader with paramiko: the terminal it runs in is that of the session.

paramiko-client.py PORT
"""

import os
import select
import signal
import sys
import termios
import tty

import paramiko

transport = paramiko.Transport(("127.0.0.1", int(sys.argv[1])))
transport.start_client()
transport.auth_none("reader")
channel = transport.open_session()


def size():
    columns, rows = os.get_terminal_size(0)
    return {"width": columns, "height": rows}


channel.get_pty(os.environ["TERM"], **size())
channel.invoke_shell()
signal.signal(signal.SIGWINCH, lambda *_: channel.resize_pty(**size()))
before = termios.tcgetattr(0)
tty.setraw(0)
while True:
    ready, _, _ = select.select([0, channel], [], [])
    if channel in ready:
        data = channel.recv(65536)
        if not data:
            break
        os.write(1, data)
    if 0 in ready:
        channel.sendall(os.read(0, 4096))
termios.tcsetattr(0, termios.TCSADRAIN, before)
code = channel.recv_exit_status()
transport.close()
sys.exit(code)
