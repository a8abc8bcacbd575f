"""What every stage of the quality measures needs: data, scorers, the command, and a folder for what it writes."""
import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile


class Skipped(Exception):
    """Data of a stage are not there."""


class Context:
    def __init__(self, data, scorers, consilience):
        self._data, self._scorers, self._consilience = data, scorers, os.path.abspath(consilience)

    @property
    def command(self):
        return self._consilience

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="consilience_quality_")
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def file(self, name):
        """A path in the folder that is removed at the end."""
        return os.path.join(self.folder, name)

    def data(self, name):
        """A data file, unpacked when it is gzipped."""
        path = os.path.join(self._data, name)
        if not os.path.exists(path):
            raise Skipped("no %s in the data folder" % name)
        if not name.endswith(".gz"):
            return path
        plain = self.file(name[:-3].replace("/", "_"))
        if not os.path.exists(plain):
            with gzip.open(path, "rb") as packed, open(plain, "wb") as out:
                shutil.copyfileobj(packed, out)
        return plain

    def packed(self, name):
        """A data file as it is."""
        path = os.path.join(self._data, name)
        if not os.path.exists(path):
            raise Skipped("no %s in the data folder" % name)
        return path

    def run(self, *words, output=None, standard_input=None):
        """Runs the command; its output goes to the file `output`, or is returned."""
        result = subprocess.run([self._consilience, *words], input=standard_input, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, check=False)
        if result.returncode not in (0, 3):
            sys.exit("consilience %s: exit %d\n%s" % (" ".join(words), result.returncode, result.stderr.decode()))
        if output is None:
            return result.stdout.decode()
        with open(output, "wb") as out:
            out.write(result.stdout)
        return output

    def score(self, scorer, *words):
        """What a scorer prints."""
        path = os.path.join(self._scorers, scorer)
        if not os.path.exists(path):
            raise Skipped("no scorer %s" % scorer)
        return subprocess.run([sys.executable, path, *words], stdout=subprocess.PIPE, check=True).stdout.decode()


def figure(pattern, text):
    """The first group of `pattern` in a scorer's output."""
    found = re.search(pattern, text)
    if not found:
        sys.exit("bench/quality: nothing like %s in\n%s" % (pattern, text))
    return found.group(1)
