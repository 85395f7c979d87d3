"""TestKit's stub servers, forked from one process that has loaded them: a new Python for each takes most of the time."""
import array
import json
import os
import runpy
import signal
import socket
import sys
import types


def serve(commands):
    """Starts servers, and tells what became of them."""
    import boltstub.__main__  # noqa: F401, loaded here once for all

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        line, fds = receive(commands)
        if not line:
            os._exit(0)
        request = json.loads(line)
        if "poll" in request:
            commands.sendall(json.dumps(ended(request["poll"])).encode() + b"\n")
            continue
        child = os.fork()
        if child == 0:
            commands.close()
            run(request["start"], fds)
        for fd in fds:
            os.close(fd)
        commands.sendall(json.dumps(child).encode() + b"\n")


def receive(commands):
    data, ancillary, _, _ = commands.recvmsg(65536, socket.CMSG_SPACE(8))
    fds = array.array("i")
    for _, _, sent in ancillary:
        fds.frombytes(sent[: len(sent) - len(sent) % fds.itemsize])
    return data, list(fds)


def run(arguments, fds):
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.dup2(fds[0], 1)
    os.dup2(fds[1], 2)
    sys.stdout = open(1, "w", encoding="utf-8", buffering=1, closefd=False)
    sys.stderr = open(2, "w", encoding="utf-8", buffering=1, closefd=False)
    sys.argv = arguments
    code = 0
    try:
        sys.modules.pop("boltstub.__main__", None)
        runpy.run_module("boltstub", run_name="__main__", alter_sys=False)
    except SystemExit as exit_:
        code = exit_.code if isinstance(exit_.code, int) else int(exit_.code is not None)
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
    except BaseException:
        import traceback

        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def ended(child):
    try:
        pid, status = os.waitpid(child, os.WNOHANG)
    except ChildProcessError:
        return 0
    return None if pid == 0 else os.waitstatus_to_exitcode(status)


class Stub:
    """As much of subprocess.Popen as TestKit asks of it."""

    commands = None

    def __init__(self, command, **_):
        out, out_end = os.pipe()
        err, err_end = os.pipe()
        self.returncode = None
        start = json.dumps({"start": command[command.index("boltstub"):]}).encode()
        socket.send_fds(self.commands, [start], [out_end, err_end])
        self.pid = answer(self.commands)
        os.close(out_end)
        os.close(err_end)
        self.stdout = open(out, encoding="utf-8", errors="replace")
        self.stderr = open(err, encoding="utf-8", errors="replace")

    def poll(self):
        if self.returncode is None:
            self.commands.sendall(json.dumps({"poll": self.pid}).encode())
            self.returncode = answer(self.commands)
        return self.returncode

    def wait(self):
        import time

        while self.poll() is None:
            time.sleep(0.01)
        return self.returncode

    def kill(self):
        if self.poll() is None:
            os.kill(self.pid, signal.SIGKILL)


def answer(commands):
    data = b""
    while not data.endswith(b"\n"):
        data += commands.recv(4096)
    return json.loads(data)


def install():
    """To be called before anything else is loaded, since what is forked should have no threads."""
    ours, theirs = socket.socketpair()
    if os.fork() == 0:
        ours.close()
        serve(theirs)
    theirs.close()
    Stub.commands = ours

    import tests.stub.shared as shared

    shared.subprocess = types.SimpleNamespace(Popen=Stub, PIPE=None)
