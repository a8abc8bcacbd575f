#!/usr/bin/env python3
"""Draws how the reconciler's time grows with the number of claims, beside n log n, as SVG.

usage: reconcile_bench --benchmark_filter=BM_GeneratedWorld --benchmark_format=json | bench/plot_scale.py > docs/scale.svg

Both axes are logarithmic; the line n log n begins at the first measurement.
"""
import json
import math
import sys

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 560, 340, 64, 48, 24, 120


def main():
    runs = json.load(sys.stdin)["benchmarks"]
    points = sorted((int(run["name"].split("/")[1]), run["real_time"]) for run in runs)
    unit = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1.0}[runs[0]["time_unit"]]
    points = [(claims, time * unit) for claims, time in points]
    first = points[0]
    ideal = [(n, first[1] * n * math.log(n) / (first[0] * math.log(first[0]))) for n, _ in points]
    low = math.floor(math.log10(min(time for _, time in points + ideal)))
    high = math.ceil(math.log10(max(time for _, time in points + ideal)))
    least, most = math.log10(points[0][0]), math.log10(points[-1][0])

    def place(claims, seconds):
        x = LEFT + (WIDTH - LEFT - RIGHT) * (math.log10(claims) - least) / (most - least)
        y = HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (math.log10(seconds) - low) / (high - low)
        return x, y

    def path(line):
        return " ".join("%s%.1f %.1f" % (("L" if i else "M",) + place(*point)) for i, point in enumerate(line))

    def text(x, y, words, anchor="middle"):
        print('<text x="%.1f" y="%.1f" text-anchor="%s">%s</text>' % (x, y, anchor, words))

    print('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">' % (WIDTH, HEIGHT))
    print('<rect width="%d" height="%d" fill="#fff"/>' % (WIDTH, HEIGHT))
    for power in range(low, high + 1):
        x, y = place(points[0][0], 10 ** power)
        print('<path d="M%.1f %.1fH%d" stroke="#ddd"/>' % (x, y, WIDTH - RIGHT))
        text(x - 8, y + 4, "%g s" % 10 ** power, "end")
    for power in range(math.ceil(least), math.floor(most) + 1):
        x, y = place(10 ** power, 10 ** low)
        print('<path d="M%.1f %.1fV%d" stroke="#ddd"/>' % (x, y, TOP))
        text(x, y + 18, "{:,}".format(10 ** power))
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, "claims")
    for line, colour, dash, name in ((ideal, "#888", ' stroke-dasharray="5 4"', "n log n"), (points, "#0b5cad", "", "measured")):
        print('<path d="%s" fill="none" stroke="%s" stroke-width="2"%s/>' % (path(line), colour, dash))
    for name, colour, row in (("measured", "#0b5cad", 0), ("n log n", "#555", 1)):
        print('<text x="%d" y="%d" fill="%s">%s</text>' % (WIDTH - RIGHT + 12, TOP + 12 + 18 * row, colour, name))
    for claims, seconds in points:
        x, y = place(claims, seconds)
        print('<circle cx="%.1f" cy="%.1f" r="3.5" fill="#0b5cad"/>' % (x, y))
        text(x + 8, y + 16, "%.3g s" % seconds, "start")
    print("</svg>")


if __name__ == "__main__":
    main()
