"""What a command prints to be typed next can be copied as it stands."""

import re
import shlex


def test_the_next_command_can_be_copied_for_a_folder_of_any_name(interviews, tmp_path):
    folder = tmp_path / "Studie 🙂 (neu)"
    _, printed, _ = interviews("new", folder, "--key", tmp_path / "k.agekey")
    assert shlex.split(printed.rpartition("next ")[2])[-1] == str(folder)
    text = tmp_path / "a.txt"
    text.write_text("I: Wie geht es?\nB: Gut, danke.\n", encoding="utf-8")
    _, printed, _ = interviews("read", text, "--project", folder, "--key", tmp_path / "k.agekey")
    command = re.search(r"next: (interviews anonymize .*)", printed)
    assert shlex.split(command[1]) == ["interviews", "anonymize", str(folder)]
