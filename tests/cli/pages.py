"""An HTML page with an article on it, and what usually stands around one."""

from __future__ import annotations

PAGE = """<!DOCTYPE html>
<html><head><meta charset="windows-1252"><title>Bridge to close</title>
<meta property="og:site_name" content="Lowmere Courier">
<meta property="og:title" content="Bridge to close for two winters">
<meta property="article:published_time" content="2031-02-04T09:30:00Z"></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav><article>
<h1>Bridge to close for two winters</h1>
<p>“The bridge has carried twice its load,” said <a href="/v">Ines Varley</a>, chief engineer of
the Lowmere Harbour Board. “Nobody should be surprised.”</p>
<p>Varley told the Courier that repairs would take <q>at least two winters</q>.</p></article>
<aside><h3>Most read</h3><ul><li>Ferry strike: “Enough,” says union</li></ul></aside>
<section id="comments"><h3>Comments</h3><p>Bob: “What nonsense,” said my wife.</p></section>
</body></html>
"""
